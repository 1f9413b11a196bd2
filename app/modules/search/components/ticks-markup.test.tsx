import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Tick } from '~/ui/tick'
import { countText } from '../count-text'
import { ticksMarkup } from './ticks-markup'

it('draws what Tick draws, with every word escaped', () => {
  const hostile = `</label><script>"'&`
  const choices = [
    { value: 'red', text: '红', count: 12, isChosen: false },
    { value: 'blue', text: hostile, count: 0, isChosen: false },
    { value: hostile, text: '', count: 0, isChosen: true },
    { value: 'white', text: 'Weiß', count: 1001, isChosen: true },
  ]
  const drawn = choices.map((choice) => (
    <Tick
      key={choice.value}
      type="checkbox"
      name="colour"
      value={choice.value}
      count={countText(choice.count)}
      defaultChecked={choice.isChosen}
      disabled={choice.count === 0 && !choice.isChosen}
    >
      {choice.text}
    </Tick>
  ))
  expect(ticksMarkup('colour', choices, ({ text }) => text)).toBe(renderToStaticMarkup(drawn))
})
