import { Field, Float, ID, Int, ObjectType, registerEnumType } from '../../kit/graphql.js'
import { Employment } from '../employment.type.js'
import { Officer } from '../officer.type.js'

export enum CheckStatus {
  COMPLETED = 'COMPLETED',
  NEEDS_ADJUDICATION = 'NEEDS_ADJUDICATION',
}
registerEnumType(CheckStatus, { name: 'BackgroundCheckStatus' })

export enum MatchOutcome {
  LIKELY = 'LIKELY',
  POSSIBLE = 'POSSIBLE',
}
registerEnumType(MatchOutcome, {
  name: 'MatchOutcome',
  description: 'A name alone is never LIKELY. POSSIBLE: a person decides.',
})

export enum Adjudication {
  OPEN = 'OPEN',
  CONFIRMED = 'CONFIRMED',
  DISMISSED = 'DISMISSED',
  DISMISSED_EARLIER = 'DISMISSED_EARLIER',
}
registerEnumType(Adjudication, {
  name: 'Adjudication',
  description:
    'DISMISSED_EARLIER: somebody of your agency dismissed it for this candidate on the same evidence, in this case or ' +
    'another. It opens nothing and asks nothing; it may still be confirmed.',
})

export enum Verdict {
  AGREE = 'AGREE',
  PARTIAL = 'PARTIAL',
  DIFFER = 'DIFFER',
  ABSENT = 'ABSENT',
}
registerEnumType(Verdict, { name: 'MatchVerdict' })

export enum SourceAnswerCode {
  POINTER = 'POINTER',
  NO_SHAREABLE_RECORD = 'NO_SHAREABLE_RECORD',
  NO_AUTHORITY_TO_DECERTIFY = 'NO_AUTHORITY_TO_DECERTIFY',
  NOT_PARTICIPATING = 'NOT_PARTICIPATING',
  CONSENT_REQUIRED = 'CONSENT_REQUIRED',
  NAME_TOO_COMMON = 'NAME_TOO_COMMON',
  UNAVAILABLE = 'UNAVAILABLE',
}
registerEnumType(SourceAnswerCode, {
  name: 'SourceAnswerCode',
  description:
    'What a source answered. None of these says anything good about a candidate. NAME_TOO_COMMON: more persons share the ' +
    'name than one check compares; a fuller name, a date of birth or a certificate number narrows it.',
})

export enum ReconciliationResult {
  AGREE = 'AGREE',
  UNDISCLOSED_SPELL = 'UNDISCLOSED_SPELL',
  DATES_DIFFER = 'DATES_DIFFER',
  NOT_COVERED = 'NOT_COVERED',
}
registerEnumType(ReconciliationResult, { name: 'ReconciliationResult' })

@ObjectType()
export class MatchExplanation {
  @Field(() => String)
  feature!: string

  @Field(() => Verdict)
  verdict!: Verdict

  @Field(() => Float, { description: 'Points that this comparison gave; the points of a match add up to its total.' })
  score!: number

  @Field(() => Float, { description: 'Points that full agreement on this feature can give, for the rarest of names.' })
  weight!: number

  @Field(() => String, { description: 'In plain words; never a value of the record.' })
  detail!: string
}

@ObjectType({ description: 'A person who may be the candidate. POSSIBLE shows no officer until a person confirms it.' })
export class Match {
  @Field(() => ID)
  id!: string

  @Field(() => Float, { description: '0 to 1. The outcome, not the score, says what the match opens.' })
  score!: number

  @Field(() => MatchOutcome)
  outcome!: MatchOutcome

  @Field(() => String)
  sourceJurisdiction!: string

  @Field(() => [MatchExplanation])
  explanations!: MatchExplanation[]

  @Field(() => Adjudication)
  adjudication!: Adjudication

  @Field(() => String, {
    nullable: true,
    description: 'Instant, UTC: when it was decided, also where that was earlier.',
  })
  adjudicatedAt!: string | null

  @Field(() => String, { nullable: true, description: 'By whom: subject of the token of somebody of your agency.' })
  adjudicatedBy!: string | null

  @Field(() => Officer, { nullable: true })
  officer!: Officer | null
}

@ObjectType()
export class Coverage {
  @Field(() => [String])
  kinds!: string[]

  @Field(() => String, { nullable: true })
  from!: string | null

  @Field(() => String, { nullable: true })
  until!: string | null
}

@ObjectType({ description: 'Whom to ask for what the hub does not hold.' })
export class NextSteps {
  @Field(() => String)
  unit!: string

  @Field(() => String, { nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true })
  form!: string | null

  @Field(() => Int, { nullable: true })
  expectedDays!: number | null
}

@ObjectType()
export class SourceAnswer {
  @Field(() => String)
  jurisdiction!: string

  @Field(() => SourceAnswerCode)
  answer!: SourceAnswerCode

  @Field(() => String)
  asOf!: string

  @Field(() => Coverage)
  coverage!: Coverage

  @Field(() => String)
  note!: string

  @Field(() => NextSteps)
  nextSteps!: NextSteps
}

@ObjectType()
export class ClaimedSpell {
  @Field(() => String)
  agency!: string

  @Field(() => String, { nullable: true })
  from!: string | null

  @Field(() => String, { nullable: true })
  to!: string | null
}

@ObjectType({ description: 'What the candidate stated beside what the opened records say.' })
export class ReconciliationLine {
  @Field(() => ClaimedSpell, { nullable: true })
  claimed!: ClaimedSpell | null

  @Field(() => Employment, { nullable: true })
  recorded!: Employment | null

  @Field(() => ReconciliationResult)
  result!: ReconciliationResult
}

@ObjectType({ description: 'A check of one person in one case, readable by the requesting agency alone.' })
export class BackgroundCheck {
  @Field(() => ID)
  id!: string

  @Field(() => CheckStatus, { nullable: true })
  status!: CheckStatus | null

  @Field(() => String, { nullable: true, description: 'Instant, UTC.' })
  requestedAt!: string | null

  @Field(() => String, { nullable: true })
  caseReference!: string | null

  @Field(() => [Match], { nullable: true })
  matches!: Match[] | null

  @Field(() => [SourceAnswer], {
    nullable: true,
    description: 'For every participating jurisdiction, what it answered, frozen at the time of the check.',
  })
  sources!: SourceAnswer[] | null

  @Field(() => String, { nullable: true })
  notice!: string | null

  @Field(() => String, { nullable: true, description: 'Hash of the policy set that the check was decided under.' })
  policyVersion!: string | null
}

@ObjectType()
export class CasePayload {
  @Field(() => String)
  reference!: string

  @Field(() => Boolean, { description: 'Whether the case still opens anything.' })
  live!: boolean
}
