import { Directive, Field, ObjectType, registerEnumType } from './graphql.js'

export enum DatePrecision {
  DAY = 'DAY',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(DatePrecision, { name: 'DatePrecision', description: 'How much of a date is known.' })

@Directive('@shareable')
@ObjectType({ description: 'A calendar date of which perhaps only the year, or year and month, is known.' })
export class PartialDate {
  @Field(() => String, { description: '`2021`, `2021-03` or `2021-03-01`, as the precision says.' })
  value!: string

  @Field(() => DatePrecision)
  precision!: DatePrecision
}

const LENGTH: Record<DatePrecision, number> = { DAY: 10, MONTH: 7, YEAR: 4 }

/** Null where the source says nothing. `precision` is DAY, MONTH, YEAR or NONE. */
export function partialDate(date: Date | null, precision: string): PartialDate | null {
  if (date === null || !(precision in LENGTH)) return null
  const known = precision as DatePrecision
  return { value: date.toISOString().slice(0, LENGTH[known]), precision: known }
}
