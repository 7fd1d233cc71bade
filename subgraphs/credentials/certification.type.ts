import type { Stage } from '../../policy/index.js'
import { connectionType } from '../kit/connection.js'
import { DueProcessStage } from '../kit/due-process-stage.js'
import { Directive, Field, ID, InputType, ObjectType } from '../kit/graphql.js'
import { PartialDate } from '../kit/partial-date.js'
import { type CertificateClass, CertificateClassEnum, type CertificateStatus, CertificateStatusEnum } from './enums.js'
import { Agency, Officer } from './references.type.js'

@ObjectType('CertificationStatus', { description: 'One status that a certificate had, and since when.' })
export class StatusEntry {
  @Field(() => CertificateStatusEnum)
  status!: CertificateStatus

  @Field(() => PartialDate, { nullable: true })
  effectiveOn!: PartialDate | null

  @Field(() => DueProcessStage, { description: 'Where the decision behind it stands; NONE where there was none.' })
  stage!: Stage
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: "An officer's certificate. Its grounds are with the instance, if one is shown, and never here.",
})
export class Certification {
  @Field(() => ID)
  id!: string

  @Field(() => Officer, { nullable: true })
  officer!: Officer | null

  @Field(() => Agency, { nullable: true, description: 'The certifying authority.' })
  authority!: Agency | null

  @Field(() => String, { nullable: true })
  number!: string | null

  @Field(() => CertificateClassEnum, { nullable: true })
  certificateClass!: CertificateClass | null

  @Field(() => PartialDate, { nullable: true })
  issuedOn!: PartialDate | null

  @Field(() => CertificateStatusEnum, { nullable: true })
  status!: CertificateStatus | null

  @Field(() => String, { nullable: true, description: 'The status in plain words, without a ground.' })
  statusText!: string | null

  @Field(() => PartialDate, { nullable: true, description: 'Since when.' })
  statusOn!: PartialDate | null

  @Field(() => [StatusEntry], {
    nullable: true,
    description: 'The oldest first. A status whose decision did not last is shown to its owner and the officer alone.',
  })
  history!: StatusEntry[] | null

  @Field(() => DueProcessStage, { nullable: true, description: 'Where the decision behind the status stands.' })
  stage!: Stage | null

  @Field(() => String, { nullable: true, description: "Whose assertion this is: that jurisdiction's law governs it." })
  ownerJurisdiction!: string | null

  @Field(() => String, { nullable: true, description: 'The class as the source wrote it.' })
  classRaw!: string | null

  @Field(() => String, { nullable: true, description: 'The status as the source wrote it.' })
  statusRaw!: string | null
}

export const CertificationConnection = connectionType('Certification', () => Certification)

@InputType()
export class CertificationFilter {
  @Field(() => ID, { nullable: true, description: 'The certifying authority.' })
  authority?: string | null

  @Field(() => String, { nullable: true, description: 'The whole number; upper and lower case are alike.' })
  number?: string | null

  @Field(() => CertificateClassEnum, { nullable: true })
  certificateClass?: CertificateClass | null

  @Field(() => CertificateStatusEnum, { nullable: true })
  status?: CertificateStatus | null

  @Field(() => String, { nullable: true, description: 'Jurisdiction code of the owner.' })
  jurisdiction?: string | null
}
