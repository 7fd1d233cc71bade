import { connectionType } from '../kit/connection.js'
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from '../kit/graphql.js'
import { PartialDate } from '../kit/partial-date.js'

@Directive('@key(fields: "id")')
@ObjectType()
export class Agency {
  @Field(() => ID)
  id!: string
}

/** A reference that the agencies subgraph resolves. */
export function agencyRef(id: string): Agency {
  return Object.assign(new Agency(), { id })
}

@ObjectType()
export class PersonName {
  @Field(() => String)
  given!: string

  @Field(() => String, { nullable: true })
  middle!: string | null

  @Field(() => String)
  family!: string

  @Field(() => String, { nullable: true })
  suffix!: string | null
}

export enum AliasKind {
  MAIDEN = 'MAIDEN',
  FORMER = 'FORMER',
  ALSO_KNOWN_AS = 'ALSO_KNOWN_AS',
}
registerEnumType(AliasKind, { name: 'AliasKind' })

@ObjectType()
export class Alias {
  @Field(() => PersonName)
  name!: PersonName

  @Field(() => AliasKind)
  kind!: AliasKind
}

@ObjectType()
export class CertificateNumber {
  @Field(() => Agency, { nullable: true, description: 'The certifying authority.' })
  authority!: Agency | null

  @Field(() => String)
  number!: string
}

@Directive('@key(fields: "id")')
@Directive('@key(fields: "recordId")')
@ObjectType({ description: 'A person, as the identity records that the viewer may know of describe them.' })
export class Officer {
  @Field(() => ID)
  id!: string

  @Directive('@inaccessible')
  @Field(() => ID, {
    description: 'The key under which other subgraphs hold what they know of the person: an identity record.',
  })
  recordId!: string

  @Directive('@inaccessible')
  @Field(() => [ID], { description: "The identity records in the viewer's scope." })
  recordIds!: string[]

  @Field(() => PersonName, { nullable: true })
  name!: PersonName | null

  @Field(() => [Alias], { nullable: true })
  aliases!: Alias[] | null

  @Field(() => [CertificateNumber], { nullable: true })
  certificateNumbers!: CertificateNumber[] | null

  @Field(() => PartialDate, { nullable: true })
  dateOfBirth!: PartialDate | null

  @Field(() => [String], {
    nullable: true,
    description: 'Jurisdictions whose identity records these values come from.',
  })
  sources!: string[] | null
}

export const OfficerConnection = connectionType('Officer', () => Officer)

@InputType()
export class OfficerFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Family name, or the beginning of it; accents, case and apostrophes are alike.',
  })
  familyName?: string | null

  @Field(() => String, { nullable: true, description: 'Given name, or the beginning of it.' })
  givenName?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'An agency where the officer has a spell that the viewer may know of.',
  })
  agency?: string | null

  @Field(() => String, { nullable: true, description: "Jurisdiction code of an identity record's owner." })
  jurisdiction?: string | null
}
