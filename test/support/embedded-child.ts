/**
 * A process for tests that kill it: `open FOLDER` opens the embedded database of a folder and stays, `write FOLDER` also appends
 * to the disclosure log without pause, `append URL` appends to that of another database. It prints one line a fact: `owner URL`,
 * `client URL`, `done ID` (once the entry is acknowledged).
 */
import { entryOf } from './disclosure-entry.js'
import { openTestLog } from './disclosure-log.js'

const [, , task, place] = process.argv as [string, string, string, string]
const tell = (line: string) => process.stdout.write(`${line}\n`)

async function openFolder(): Promise<string> {
  // The other one is killed fifty times: it starts without a database of its own.
  const { openEmbedded } = await import('../../hub/embedded/open-embedded.js')
  const database = await openEmbedded(place)
  tell(`${database.owner ? 'owner' : 'client'} ${database.url}`)
  return database.url
}

const url = task === 'append' ? place : await openFolder()
if (task !== 'open') {
  const log = await openTestLog(url)
  const writer = async () => {
    for (;;) tell(`done ${await log.append(entryOf('hiring-city'))}`)
  }
  for (let writers = 0; writers < 4; writers++) void writer()
}
