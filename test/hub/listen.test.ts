import { createServer } from 'node:net'
import Fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { listen } from '../../hub/listen.js'

const app = () => Fastify({ logger: false })
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe('Listening', () => {
  it('gives the origin, with the port that the system chose', async () => {
    const free = app()
    closers.push(() => free.close())
    expect(await listen(free, { host: '127.0.0.1', port: 0 })).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/)
  })

  it('says which port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    )
    closers.push(() => new Promise((resolve) => other.close(resolve)))
    const second = app()
    closers.push(() => second.close())
    await expect(listen(second, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(`PORT ${port}.`) as string,
    })
  })

  it('says that an address is none of this machine', async () => {
    const far = app()
    closers.push(() => far.close())
    await expect(listen(far, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })
})
