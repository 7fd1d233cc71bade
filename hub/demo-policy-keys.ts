import { createPublicKey } from 'node:crypto'
import { keyIdOf } from '../contract/bundle-signature.js'
import { type Clock, FAR_FUTURE, FAR_PAST } from '../contract/clock.js'
import type { HubDb } from '../prisma/client.js'
import { POLICY_OFFICERS } from '../prisma/seed/personas.js'
import type { Config } from './config.js'
import { demoPolicyKey } from './keys.js'

/** The keys of the demo's policy officers, made at first use in the data folder. Asked for in demo mode alone. */
export async function registerDemoPolicyKeys(db: HubDb, config: Pick<Config, 'dataDir'>, clock: Clock): Promise<void> {
  await db.policyKey.createMany({
    data: POLICY_OFFICERS.map(({ jurisdiction }) => {
      const publicKey = createPublicKey(demoPolicyKey(config, jurisdiction))
      return {
        jurisdiction,
        keyId: keyIdOf(publicKey),
        publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
        from: FAR_PAST,
        until: FAR_FUTURE,
        recordedAt: clock(),
      }
    }),
    skipDuplicates: true,
  })
}
