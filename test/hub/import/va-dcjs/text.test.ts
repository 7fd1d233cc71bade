import { expect, test } from 'vitest'
import { cleanText, saysNothing } from '../../../../hub/import/profiles/va-dcjs/text.js'

test.each([
  ['  two\n\nlines  ', { text: 'two lines', repaired: false, lost: false }],
  ['a\u00a0b', { text: 'a b', repaired: false, lost: false }],
  ['Sheriffâ€™s Office', { text: 'Sheriff’s Office', repaired: true, lost: false }],
  ['Â§15.2-1707', { text: '§15.2-1707', repaired: true, lost: false }],
  ['JosÃ©', { text: 'José', repaired: true, lost: false }],
  ['Sheriff\ufffds', { text: 'Sheriff\ufffds', repaired: false, lost: true }],
  ['José §', { text: 'José §', repaired: false, lost: false }],
])('%j', (raw, clean) => {
  expect(cleanText(raw)).toEqual(clean)
})

test('what says nothing', () => {
  expect(['', 'N/A', 'n/a', 'NA', 'N.A', 'N.A.', '-', 'None'].filter((text) => !saysNothing(text))).toEqual([])
  expect(['Nan', 'N.', 'A.', 'Naa'].filter(saysNothing)).toEqual([])
})
