import { enumOf } from '../../kit/enum-of.js'
import { Field, ID, InputType, ObjectType, registerEnumType } from '../../kit/graphql.js'

export const BUNDLE_STATES = ['TO_COME', 'IN_FORCE', 'REPLACED', 'INACTIVE'] as const
export type BundleState = (typeof BUNDLE_STATES)[number]
export const BundleStateEnum = enumOf(BUNDLE_STATES)
registerEnumType(BundleStateEnum, {
  name: 'BundleState',
  description:
    'INACTIVE: it came with this program, nobody has checked its source, and its jurisdiction has not signed it.',
})

export const BUNDLE_SOURCES = ['SHIPPED', 'PUBLISHED', 'WITHDRAWAL'] as const
export type BundleSource = (typeof BUNDLE_SOURCES)[number]
export const BundleSourceEnum = enumOf(BUNDLE_SOURCES)
registerEnumType(BundleSourceEnum, {
  name: 'BundleSource',
  description: 'Whether a bundle came with this program, was published by its jurisdiction, or was withdrawn by it.',
})

@ObjectType({ description: 'The rules by which a jurisdiction narrows what others see of its own records.' })
export class Bundle {
  @Field(() => String, { description: 'Code of the jurisdiction.' })
  jurisdiction!: string

  @Field(() => BundleSourceEnum)
  source!: BundleSource

  @Field(() => BundleStateEnum)
  state!: BundleState

  @Field(() => ID, { nullable: true, description: 'Of the publication; null for what came with this program.' })
  publication!: string | null

  @Field(() => String, { nullable: true, description: 'Cedar text; null for a withdrawal.' })
  text!: string | null

  @Field(() => String, { description: 'SHA-256 of the text, hex; `withdrawn` without one.' })
  sha256!: string

  @Field(() => String, { nullable: true, description: 'The first day on which it holds.' })
  effectiveFrom!: string | null

  @Field(() => String, { nullable: true, description: 'The key with which it was signed.' })
  keyId!: string | null

  @Field(() => String, { nullable: true, description: 'ISO instant.' })
  recordedAt!: string | null
}

const EFFECTIVE_FROM = 'The first day on which it holds, today or later, `2026-03-01`.'
const SIGNATURE =
  'Ed25519, base64url, over `comity-bundle-v1`, jurisdiction, day and SHA-256 of the text, a line each: `comity policy sign` makes it.'

@InputType()
export class PublishBundleInput {
  @Field(() => String, { description: 'Your own jurisdiction.' })
  jurisdiction!: string

  @Field(() => String, { description: 'Cedar text, at most 256 KB.' })
  text!: string

  @Field(() => String, { description: EFFECTIVE_FROM })
  effectiveFrom!: string

  @Field(() => String, { description: 'The key with which it is signed.' })
  keyId!: string

  @Field(() => String, { description: SIGNATURE })
  signature!: string
}

@InputType()
export class WithdrawBundleInput {
  @Field(() => String, { description: 'Your own jurisdiction.' })
  jurisdiction!: string

  @Field(() => String, { description: EFFECTIVE_FROM })
  effectiveFrom!: string

  @Field(() => String, { description: 'The key with which it is signed.' })
  keyId!: string

  @Field(() => String, { description: `${SIGNATURE} In the digest's place stands \`withdrawn\`.` })
  signature!: string
}
