import { Field, ID, Int, ObjectType } from '../../kit/graphql.js'

@ObjectType({ description: "A signed head of the disclosure log's Merkle tree (RFC 6962)." })
export class TreeHead {
  @Field(() => Int, { description: 'Entries in the tree.' })
  size!: number

  @Field(() => String, { description: 'Root hash, SHA-256, base64.' })
  root!: string

  @Field(() => String, { description: 'Instant, UTC.' })
  at!: string

  @Field(() => String, { description: 'C2SP tlog-checkpoint: a signed note, to be kept as it is.' })
  checkpoint!: string
}

@ObjectType({ description: 'That an entry is in the tree of a head (RFC 6962, section 2.1.1).' })
export class InclusionProof {
  @Field(() => ID)
  entry!: string

  @Field(() => Int)
  index!: number

  @Field(() => String, { description: 'Hash of the leaf, base64.' })
  leafHash!: string

  @Field(() => [String], { description: 'Audit path from the leaf upwards, base64.' })
  hashes!: string[]

  @Field(() => TreeHead)
  head!: TreeHead
}

@ObjectType({ description: 'That a tree begins with an older one (RFC 6962, section 2.1.2).' })
export class ConsistencyProof {
  @Field(() => Int)
  from!: number

  @Field(() => [String], { description: 'Base64; empty where the trees are the same.' })
  hashes!: string[]

  @Field(() => TreeHead)
  head!: TreeHead
}
