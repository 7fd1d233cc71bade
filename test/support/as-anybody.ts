import type { Persona } from '../../contract/persona.js'
import type { Clock } from '../../contract/clock.js'
import { signDemoToken } from '../../gateway/identity/demo.js'
import { demoKey } from '../../hub/keys.js'
import type { Asked, Client, TestHub } from './hub.js'
import { TEST_NOW } from './now.js'

/** Somebody whom the demo has no persona for, at the hub's door: a persona with another place. */
export async function asAnybody(
  hub: TestHub,
  persona: Persona,
  asked: Asked = {},
  clock: Clock = () => TEST_NOW,
): Promise<Client> {
  const token = await signDemoToken({ ...asked, persona }, demoKey(hub.database.config), clock)
  return hub.withAuthorization(`Bearer ${token}`)
}
