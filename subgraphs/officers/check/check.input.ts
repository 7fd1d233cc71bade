import { Field, InputType, registerEnumType } from '../../kit/graphql.js'

export enum MatchProfile {
  STRICT = 'STRICT',
  EXPANDED_DOB = 'EXPANDED_DOB',
}
registerEnumType(MatchProfile, {
  name: 'MatchProfile',
  description:
    'How dates of birth count. STRICT: as they are written, a slip allowed. EXPANDED_DOB: a year more or less as well, as ' +
    'expanded searches of NCIC do; what it adds is never enough for LIKELY by itself.',
})

@InputType()
export class OtherNameInput {
  @Field(() => String, { nullable: true })
  givenName?: string | null

  @Field(() => String, { nullable: true })
  middleName?: string | null

  @Field(() => String, { nullable: true })
  familyName?: string | null

  @Field(() => String, { nullable: true })
  suffix?: string | null
}

@InputType()
export class CertificateInput {
  @Field(() => String, {
    nullable: true,
    description: 'The certifying authority: its hub id, or the jurisdiction code.',
  })
  authority?: string | null

  @Field(() => String)
  number!: string
}

@InputType()
export class FormerEmployerInput {
  @Field(() => String, { description: 'The agency, as the candidate names it.' })
  agency!: string

  @Field(() => String, { nullable: true, description: '`2015`, `2015-03` or `2015-03-01`.' })
  from?: string | null

  @Field(() => String, { nullable: true })
  to?: string | null

  @Field(() => String, { nullable: true })
  reasonStated?: string | null
}

@InputType()
export class CandidateInput {
  @Field(() => String)
  givenName!: string

  @Field(() => String, { nullable: true })
  middleName?: string | null

  @Field(() => String)
  familyName!: string

  @Field(() => String, { nullable: true })
  suffix?: string | null

  @Field(() => [OtherNameInput], { nullable: true })
  otherNames?: OtherNameInput[] | null

  @Field(() => String, {
    nullable: true,
    description:
      '`1984`, `1984-05` or `1984-05-17`. Refused, like certificates, from whoever may not have them compared.',
  })
  dateOfBirth?: string | null

  @Field(() => [CertificateInput], { nullable: true })
  certificates?: CertificateInput[] | null

  @Field(() => [FormerEmployerInput], { nullable: true })
  formerEmployers?: FormerEmployerInput[] | null
}

export enum SignatureKind {
  WET_INK = 'WET_INK',
  ELECTRONIC = 'ELECTRONIC',
  NOTARIZED = 'NOTARIZED',
}
registerEnumType(SignatureKind, { name: 'SignatureKind' })

@InputType({
  description: 'The waiver that the candidate signed. It binds agency, candidate, scope, recipients and dates.',
})
export class WaiverInput {
  @Field(() => String)
  reference!: string

  @Field(() => String)
  signedOn!: string

  @Field(() => String, { description: 'The last day on which it covers.' })
  expiresOn!: string

  @Field(() => [String], { description: 'Purpose codes that it covers: `J` for a hiring check.' })
  scope!: string[]

  @Field(() => [String], {
    nullable: true,
    description: 'Hub ids of the agencies that may read under it; the requesting agency if not said.',
  })
  recipients?: string[] | null

  @Field(() => SignatureKind)
  signature!: SignatureKind

  @Field(() => String, { description: 'SHA-256 of the signed document, 64 hexadecimal digits.' })
  sha256!: string
}

@InputType()
export class BackgroundCheckInput {
  @Field(() => CandidateInput)
  candidate!: CandidateInput

  @Field(() => WaiverInput, {
    nullable: true,
    description: 'What a candidate for hire signed (purpose J): needed there, and taken for no other purpose.',
  })
  waiver!: WaiverInput | null

  @Field(() => MatchProfile, { nullable: true, description: 'STRICT where it is not stated.' })
  profile!: MatchProfile | null
}
