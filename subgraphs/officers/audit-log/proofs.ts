import { consistencyProof, inclusionProof, type ReadNodes } from '../../../audit/tree/proofs.js'
import { ComityError } from '../../../contract/errors.js'
import type { OfficersDb } from '../../../prisma/client.js'
import type { TreeHead as HeadRow } from '../../../prisma/client/client.js'
import type { Context } from '../context.js'
import type { ConsistencyProof, InclusionProof, TreeHead } from './proof.type.js'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function toHead({ size, root, at, checkpoint }: HeadRow): TreeHead {
  return { size: Number(size), root: base64(root), at: at.toISOString(), checkpoint }
}

const latest = (db: OfficersDb): Promise<HeadRow | null> => db.treeHead.findFirst({ orderBy: { size: 'desc' } })

/** One statement for all the nodes of a proof. */
function reader(db: OfficersDb): ReadNodes {
  return async (refs) => {
    if (refs.length === 0) return []
    const wanted = refs.map(({ level, index }) => ({ level, index: BigInt(index) }))
    const rows = await db.treeNode.findMany({ where: { OR: wanted } })
    const hashes = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, Buffer.from(hash)]))
    return refs.map(({ level, index }) => {
      const hash = hashes.get(`${level}/${index}`)
      // A tree with a hole proves nothing: the operator has to know.
      if (!hash) throw new Error('a node of the tree is missing')
      return hash
    })
  }
}

/** The latest signed head; null before the first entry. */
export async function headOf(context: Context): Promise<TreeHead | null> {
  const row = await latest(context.db)
  return row && toHead(row)
}

/** Null alike for no entry and for one that the asker may not read. */
export async function inclusionOf(context: Context, entry: string): Promise<InclusionProof | null> {
  const leaf = (await mayRead(context, entry))
    ? await context.db.disclosureLeaf.findUnique({ where: { entryId: entry } })
    : null
  const row = leaf && (await latest(context.db))
  if (!leaf || !row) return null
  const [index, size] = [Number(leaf.leafIndex), Number(row.size)]
  const read = reader(context.db)
  const [leafHash] = await read([{ level: 0, index }])
  const hashes = await inclusionProof(index, size, read)
  return { entry, index, leafHash: base64(leafHash ?? Buffer.alloc(0)), hashes: hashes.map(base64), head: toHead(row) }
}

/** Whoever may read the log may have any entry proved; others those about their own records. */
async function mayRead(context: Context, entry: string): Promise<boolean> {
  if (context.access.decideViewer('do:disclosureLog').effect === 'allow') return true
  const about = { id: entry, subjects: { hasSome: [...context.self] } }
  return (await context.db.disclosureEntry.count({ where: about })) > 0
}

/** From the tree of `from` entries to the latest. @throws ComityError BAD_INPUT for a tree that there has not been */
export async function consistencyOf(context: Context, from: number): Promise<ConsistencyProof | null> {
  const row = await latest(context.db)
  if (!row) return null
  const size = Number(row.size)
  if (from < 0 || from > size) throw new ComityError('BAD_INPUT', `from: must be a size from 0 to ${size}.`)
  return { from, hashes: (await consistencyProof(from, size, reader(context.db))).map(base64), head: toHead(row) }
}
