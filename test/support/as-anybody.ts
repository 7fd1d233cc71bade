import type { Persona } from '../../contract/persona.js'
import type { Clock } from '../../contract/clock.js'
import { signDemoToken } from '../../gateway/identity/demo.js'
import { demoKey } from '../../hub/keys.js'
import type { Asked, Client, TestHub } from './hub.js'
import { TEST_NOW } from './now.js'

/** A demo token for somebody whom the demo has no persona for: a persona with another place. */
export function tokenOf(
  hub: TestHub,
  persona: Persona,
  asked: Asked = {},
  clock: Clock = () => TEST_NOW,
): Promise<string> {
  return signDemoToken({ ...asked, persona }, demoKey(hub.database.config), clock)
}

/** The same, at the hub's door. */
export async function asAnybody(hub: TestHub, persona: Persona, asked?: Asked, clock?: Clock): Promise<Client> {
  return hub.withAuthorization(`Bearer ${await tokenOf(hub, persona, asked, clock)}`)
}
