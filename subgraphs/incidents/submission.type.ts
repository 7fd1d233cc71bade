import type { IncidentKind, Nexus, Stage } from '../../policy/index.js'
import { DueProcessStage } from '../kit/due-process-stage.js'
import { Field, ID, InputType } from '../kit/graphql.js'
import type {
  Capacity,
  Disposition,
  FairProcessBasis,
  GroundNature,
  Notice,
  OnDutyBasis,
  Opportunity,
} from './admission/index.js'
import {
  CapacityEnum,
  DispositionEnum,
  FairProcessBasisEnum,
  GroundNatureEnum,
  IncidentKindEnum,
  NexusEnum,
  NoticeEnum,
  OnDutyBasisEnum,
  OpportunityEnum,
  ReversalEnum,
  type REVERSALS,
} from './enums.js'

const DATE = '`2021`, `2021-03` or `2021-03-01`; not in the future.'

@InputType()
export class FairProcessInput {
  @Field(() => NoticeEnum)
  notice!: Notice

  @Field(() => String, { nullable: true, description: DATE })
  noticedOn?: string | null

  @Field(() => OpportunityEnum)
  opportunity!: Opportunity

  @Field(() => String, { nullable: true, description: `When the officer responded. ${DATE}` })
  respondedOn?: string | null

  @Field(() => String, { description: 'The body or law that gave notice and opportunity.' })
  authority!: string

  @Field(() => FairProcessBasisEnum)
  basis!: FairProcessBasis

  @Field(() => String, { nullable: true, description: 'Who attests; needed where the basis is OWNER_ATTESTED.' })
  attestedBy?: string | null
}

@InputType({ description: 'The signature of the deciding authority under a separation that an agency reports.' })
export class CounterSignatureInput {
  @Field(() => ID, { description: 'Has to be the deciding authority.' })
  authorityId!: string

  @Field(() => String)
  documentReference!: string

  @Field(() => String, { description: DATE })
  signedOn!: string
}

@InputType({ description: "An instance as its owner, the viewer's agency, asserts it." })
export class SubmitIncidentInput {
  @Field(() => ID, { nullable: true, description: 'The officer whom it is about. This or `recordId`.' })
  officerId?: string | null

  @Field(() => ID, { nullable: true, description: "The owner's identity record of the officer. This or `officerId`." })
  recordId?: string | null

  @Field(() => ID, { description: 'Where it arose.' })
  agencyId!: string

  @Field(() => ID, { description: 'Commission, agency head, Attorney General or court that decided or decides.' })
  decidingAuthorityId!: string

  @Field(() => IncidentKindEnum)
  kind!: IncidentKind

  @Field(() => [DueProcessStage], {
    description: "Every stage that the owner's records assert; the most protective is taken.",
  })
  stages!: Stage[]

  @Field(() => String, { nullable: true, description: DATE })
  occurredOn?: string | null

  @Field(() => String, {
    nullable: true,
    description: `Needed of everything but a separation under investigation. ${DATE}`,
  })
  decidedOn?: string | null

  @Field(() => NexusEnum)
  nexus!: Nexus

  @Field(() => String, { description: "A code of the owner's list, without spaces." })
  groundCode!: string

  @Field(() => String, { nullable: true })
  groundCodeSystem?: string | null

  @Field(() => String, { nullable: true })
  groundCodeVersion?: string | null

  @Field(() => GroundNatureEnum, { nullable: true, description: 'Needed of a termination or decertification.' })
  groundNature?: GroundNature | null

  @Field(() => String, { nullable: true, description: 'The ground as the owner wrote it. It stays with the owner.' })
  groundRaw?: string | null

  @Field(() => String, { nullable: true, description: 'The status as the owner wrote it. It stays with the owner.' })
  statusRaw?: string | null

  @Field(() => FairProcessInput)
  fairProcess!: FairProcessInput

  @Field(() => DispositionEnum, { nullable: true, description: 'Needed of a conviction or civil judgment.' })
  disposition?: Disposition | null

  @Field(() => OnDutyBasisEnum, { nullable: true, description: 'Needed of a conviction.' })
  onDutyBasis?: OnDutyBasis | null

  @Field(() => CapacityEnum, { nullable: true, description: 'Needed of a civil judgment.' })
  capacity?: Capacity | null

  @Field(() => Boolean, { nullable: true, description: 'Needed of a default judgment.' })
  proofOfService?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Needed of a separation: was the investigation open on its day?',
  })
  investigationOpenAtSeparation?: boolean | null

  @Field(() => CounterSignatureInput, { nullable: true, description: 'Needed of a separation.' })
  counterSignature?: CounterSignatureInput | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether others may see that there is something to ask about. Not, if not said.',
  })
  pointerAllowed?: boolean | null

  @Field(() => String, { nullable: true, description: 'The office that others are to call.' })
  contact?: string | null

  @Field(() => String, { nullable: true, description: 'Under what the owner keeps the file.' })
  fileRef?: string | null

  @Field(() => ID, { nullable: true, description: 'The separation under investigation whose outcome this is.' })
  outcomeOf?: string | null
}

@InputType({ description: 'A final decision was overturned or vacated.' })
export class RecordReversalInput {
  @Field(() => ID)
  incidentId!: string

  @Field(() => ReversalEnum)
  to!: (typeof REVERSALS)[number]

  @Field(() => String, { description: 'The court or tribunal that reversed it.' })
  authority!: string

  @Field(() => String, { description: 'The order, so that it can be found.' })
  documentReference!: string

  @Field(() => String, { description: DATE })
  effectiveOn!: string
}
