import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WitnessFile } from '../../audit/witness-file.js'

const note = (size: number) => ({
  checkpoint: `hub.test/disclosures\n${size}\nAAAA\n\n\u2014 hub.test/disclosures BBBB\n`,
})
const FULL_DISK = '/dev/full'

describe('the witness file', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comity-witness-'))
    path = join(folder, 'disclosures.notes')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const written = () => readFileSync(path, 'utf8')
  const untilWritten = (text: string) => expect.poll(written).toBe(text)
  const notes = (...sizes: number[]) => sizes.map((size) => `${note(size).checkpoint}\n`).join('')

  test('takes the first head of an interval, and the last one when it is closed', async () => {
    const witness = await WitnessFile.open(path, { interval: 3_600_000 })
    expect(witness.seen).toBeNull()
    witness.offer(note(1))
    await untilWritten(notes(1))
    for (const size of [2, 3]) witness.offer(note(size))
    await witness.close()
    expect(written()).toBe(notes(1, 3))
    const again = await WitnessFile.open(path)
    expect(again.seen).toBe(note(3).checkpoint)
    again.offer(note(3))
    await again.close()
    expect(written()).toBe(notes(1, 3))
  })

  test('takes the newest head when the interval is over', async () => {
    const witness = await WitnessFile.open(path, { interval: 1 })
    for (const size of [1, 2]) {
      witness.offer(note(size))
      await untilWritten(notes(...[1, 2].slice(0, size)))
    }
    await witness.close()
    expect(written()).toBe(notes(1, 2))
  })

  // A device that Linux has.
  test.skipIf(!existsSync(FULL_DISK))('lets nothing more be disclosed while its disk is full', async () => {
    const witness = await WitnessFile.open(FULL_DISK, { interval: 3_600_000 })
    await witness.assertWorking()
    witness.offer(note(1))
    await expect
      .poll(() => witness.assertWorking().catch((error: { code: string }) => error.code))
      .toBe('AUDIT_UNAVAILABLE')
    await expect(witness.assertWorking()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
    await witness.close()
  })
})
