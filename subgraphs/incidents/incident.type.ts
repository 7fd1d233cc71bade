import type { IncidentKind, Nexus, Stage } from '../../policy/index.js'
import { connectionType } from '../kit/connection.js'
import { DueProcessStage } from '../kit/due-process-stage.js'
import { Directive, Field, ID, InputType, ObjectType } from '../kit/graphql.js'
import { PartialDate } from '../kit/partial-date.js'
import type { Capacity, Disposition, FairProcessBasis, Notice, OnDutyBasis, Opportunity } from './admission/index.js'
import {
  CapacityEnum,
  DispositionEnum,
  FairProcessBasisEnum,
  IncidentKindEnum,
  NexusEnum,
  NoticeEnum,
  OnDutyBasisEnum,
  OpportunityEnum,
} from './enums.js'

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

@Directive('@key(fields: "recordId")')
@ObjectType()
export class Officer {
  @Directive('@inaccessible')
  @Field(() => ID)
  recordId!: string

  @Directive('@external')
  @Field(() => [ID])
  recordIds!: string[]
}

/** A reference that the officers subgraph resolves: it has no `id`, so the gateway has to ask. */
export function officerRef(recordId: string): Officer | null {
  return recordId === 'NONE' ? null : Object.assign(new Officer(), { recordId })
}

@ObjectType({ description: 'Notice and opportunity to be heard, and what the statement rests on.' })
export class FairProcess {
  @Field(() => NoticeEnum)
  notice!: Notice

  @Field(() => OpportunityEnum)
  opportunity!: Opportunity

  @Field(() => String, { description: 'The body or law that gave notice and opportunity.' })
  authority!: string

  @Field(() => FairProcessBasisEnum)
  basis!: FairProcessBasis

  @Field(() => String, { nullable: true, description: 'Who attests, where it rests on an attestation.' })
  attestedBy!: string | null
}

@ObjectType({ description: 'Who holds the file. The hub does not.' })
export class SourcePointer {
  @Field(() => Agency, { nullable: true })
  agency!: Agency | null

  @Field(() => String, { nullable: true, description: 'The office to call.' })
  contact!: string | null

  @Field(() => String, { nullable: true })
  fileRef!: string | null
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'An instance of EO 13929 Sec. 3(a) or (b): a pointer, not a finding about your candidate. A listing does not by itself bar hire.',
})
export class Incident {
  @Field(() => ID)
  id!: string

  @Field(() => Officer, { nullable: true })
  officer!: Officer | null

  @Field(() => Agency, { nullable: true, description: 'Where it arose.' })
  agency!: Agency | null

  @Field(() => IncidentKindEnum, { nullable: true })
  kind!: IncidentKind | null

  @Field(() => DueProcessStage, { nullable: true })
  stage!: Stage | null

  @Field(() => String, { nullable: true, description: 'The stage in plain words.' })
  stageText!: string | null

  @Field(() => PartialDate, { nullable: true })
  occurredOn!: PartialDate | null

  @Field(() => PartialDate, { nullable: true })
  decidedOn!: PartialDate | null

  @Field(() => String, { nullable: true, description: "A code of the owner's list, never free text." })
  groundCode!: string | null

  @Field(() => String, { nullable: true })
  groundCodeSystem!: string | null

  @Field(() => NexusEnum, { nullable: true })
  nexus!: Nexus | null

  @Field(() => FairProcess, { nullable: true })
  fairProcess!: FairProcess | null

  @Field(() => DispositionEnum, { nullable: true })
  disposition!: Disposition | null

  @Field(() => OnDutyBasisEnum, { nullable: true })
  onDutyBasis!: OnDutyBasis | null

  @Field(() => CapacityEnum, { nullable: true })
  capacity!: Capacity | null

  @Field(() => SourcePointer, { nullable: true })
  source!: SourcePointer | null

  @Field(() => String, { nullable: true, description: "Whose assertion this is: that jurisdiction's law governs it." })
  ownerJurisdiction!: string | null

  @Field(() => String, { nullable: true, description: 'The ground as the source wrote it.' })
  groundRaw!: string | null

  @Field(() => String, { nullable: true, description: 'The status as the source wrote it.' })
  statusRaw!: string | null

  @Field(() => String, { nullable: true })
  allegationText!: string | null

  /** Id of the separation whose outcome this is; masked like the field of the same name. */
  outcomeOf!: string | null
}

export const IncidentConnection = connectionType('Incident', () => Incident)

@InputType()
export class IncidentFilter {
  @Field(() => IncidentKindEnum, { nullable: true })
  kind?: IncidentKind | null

  @Field(() => DueProcessStage, { nullable: true })
  stage?: Stage | null

  @Field(() => NexusEnum, { nullable: true })
  nexus?: Nexus | null

  @Field(() => ID, { nullable: true, description: 'Where it arose.' })
  agency?: string | null

  @Field(() => String, { nullable: true, description: 'Jurisdiction code of the owner.' })
  jurisdiction?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Decided on this day or later: `2021`, `2021-03` or `2021-03-01`.',
  })
  decidedFrom?: string | null

  @Field(() => String, { nullable: true, description: 'Decided before the end of this year, month or day.' })
  decidedUntil?: string | null
}
