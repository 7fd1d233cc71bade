/** Offsets within a ZIP archive's records (APPNOTE 4.3); all numbers little-endian. */
const END = { signature: 0x06054b50, length: 22, entries: 10, directoryAt: 16 } as const
const ENTRY = { length: 46, time: 12, nameLength: 28, extraLength: 30, commentLength: 32, localAt: 42 } as const
const LOCAL = { time: 10 } as const
/** 1980-01-01 00:00, the earliest that the format can say: time, then date. */
const EARLIEST = 0x0021_0000

/** The archive with the time of every entry set to the earliest there is, so that equal contents give equal bytes. */
export function withoutTimes(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive)
  const end = bytes.length - END.length
  // The writer adds no comment, so that the end record is the end.
  if (bytes.readUInt32LE(end) !== END.signature) throw new TypeError('no ZIP archive, or one with a comment')
  let at = bytes.readUInt32LE(end + END.directoryAt)
  for (let left = bytes.readUInt16LE(end + END.entries); left > 0; left--) {
    bytes.writeUInt32LE(EARLIEST, at + ENTRY.time)
    bytes.writeUInt32LE(EARLIEST, bytes.readUInt32LE(at + ENTRY.localAt) + LOCAL.time)
    at +=
      ENTRY.length +
      bytes.readUInt16LE(at + ENTRY.nameLength) +
      bytes.readUInt16LE(at + ENTRY.extraLength) +
      bytes.readUInt16LE(at + ENTRY.commentLength)
  }
  return bytes
}
