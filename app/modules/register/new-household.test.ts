import { describe, expect, it } from 'vitest'
import { NewHouseholdForm } from './new-household'

const head = { name: '王秀兰', relation: 'self', idNumber: '' }

function faultsOf(members: unknown): string[] {
  const { error } = NewHouseholdForm.shape.members.safeParse(members)
  return (error?.issues ?? []).map(({ path }) => path.join('.')).toSorted()
}

describe('the people of a new household', () => {
  it('are all looked at, also when one cannot be taken as it stands', () => {
    expect(faultsOf([head])).toEqual([])
    expect(
      faultsOf([
        { ...head, name: '长'.repeat(31) },
        { ...head, idNumber: '62010' },
      ]),
    ).toEqual(['0.name', '1.idNumber'])
    expect(
      faultsOf([
        { ...head, relation: 'neighbour' },
        { ...head, name: '', idNumber: '1' },
      ]),
    ).toEqual(['0.relation', '1.idNumber', '1.name'])
  })

  it('are no people when they are not text', () => {
    expect(faultsOf('x')).toEqual([''])
    expect(faultsOf([{ name: ['a', 'b'], relation: 'self', idNumber: 'x' }])).toEqual(['0.name'])
    expect(faultsOf(['x'])).toEqual(['0'])
  })
})
