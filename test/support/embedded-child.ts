/**
 * A process that opens the embedded database of a folder, for tests that kill it: `open FOLDER` opens it and stays, `write
 * FOLDER` also appends to the disclosure log without pause. It prints one line a fact: `owner URL`, `client URL`, `done ID`.
 */
import { openEmbedded } from '../../hub/embedded/open-embedded.js'
import { entryOf } from './disclosure-entry.js'
import { openTestLog } from './disclosure-log.js'

const [, , task, folder] = process.argv as [string, string, string, string]
const tell = (line: string) => process.stdout.write(`${line}\n`)

const database = await openEmbedded(folder)
tell(`${database.owner ? 'owner' : 'client'} ${database.url}`)
if (task === 'write') {
  const log = await openTestLog(database.url)
  const writer = async () => {
    for (;;) tell(`done ${await log.append(entryOf('hiring-city'))}`)
  }
  for (let writers = 0; writers < 4; writers++) void writer()
}
