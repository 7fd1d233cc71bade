import { ComityError } from '../../contract/errors.js'

/** Fields that the engine knows by name; any other name is an extra column, compared as it is (city, email, phone …). */
export const KNOWN_FIELDS = ['id', 'given', 'middle', 'family', 'suffix', 'dob', 'certificate'] as const

/** Field -> name of the column that holds it, as the file's header writes it. */
export type Columns = ReadonlyMap<string, string>

/** A comma that another `field=` follows: a column's name may hold commas and equals signs of its own. */
const BETWEEN = /,(?=\s*[A-Za-z]\w*\s*=)/
const FIELD = /^\s*([A-Za-z]\w*)\s*=\s*(\S.*?)\s*$/s

/**
 * Reads `given=first_name,family=surname,id=rec_id`.
 * @throws ComityError BAD_INPUT naming the option and the part of it
 */
export function parseColumns(option: string, text: string): Columns {
  const columns = new Map<string, string>()
  for (const part of text.split(BETWEEN)) {
    const [, name, column] = FIELD.exec(part) ?? []
    if (name === undefined || column === undefined)
      throw new ComityError('BAD_INPUT', `${option}: "${part.trim()}" is not of the form field=column.`)
    const field = name.toLowerCase()
    if (columns.has(field)) throw new ComityError('BAD_INPUT', `${option}: ${field} is there twice.`)
    columns.set(field, column)
  }
  return columns
}

/** @throws ComityError BAD_INPUT where what must be compared is not among them */
export function requireFields(columns: Columns): void {
  const missing = ['id', 'given', 'family'].filter((field) => !columns.has(field))
  if (missing.length > 0)
    throw new ComityError('BAD_INPUT', `--map: ${missing.join(', ')} missing; id, given and family are needed.`)
}
