import { describe, expect, it } from 'vitest'
import { applicantKinds, declarationOf, type Filled, isPersonal, lackingSteps, stepsOf } from './steps'

const nothing: Filled = {
  kind: null,
  realName: null,
  hasIdNumber: false,
  isVillage: false,
  craftId: null,
  yearsAtCraft: null,
  shopName: null,
  photoCount: 0,
  declarationTextId: null,
  licenceCode: null,
  licenceName: null,
  hasLicencePhoto: false,
  householdClaim: null,
  agreementTextId: null,
  consentsAskedAt: null,
}

describe('the screens of an application', () => {
  it.each(applicantKinds)('%s gives a licence or declares that none is needed, never both', (kind) => {
    const steps = stepsOf(kind)
    expect(steps.includes('licence')).toBe(!isPersonal(kind))
    expect(steps.includes('declaration')).toBe(isPersonal(kind))
    expect(steps.includes('household')).toBe(isPersonal(kind))
  })

  it('all lack something at first, and each is done by its own answers', () => {
    expect(lackingSteps(nothing)).toEqual(stepsOf(null))
    const begun: Filled = { ...nothing, kind: 'workshop', realName: '甲', hasIdNumber: true, isVillage: true }
    expect(lackingSteps(begun)).toEqual(['craft', 'photos', 'licence', 'agreement', 'consents'])
    const whole: Filled = {
      ...begun,
      ...{ craftId: 'a', yearsAtCraft: 0, shopName: '店', photoCount: 1, agreementTextId: 'b' },
      ...{ licenceCode: 'c', licenceName: '坊', hasLicencePhoto: true, consentsAskedAt: new Date(0) },
    }
    expect(lackingSteps(whole)).toEqual([])
    expect(lackingSteps({ ...whole, hasLicencePhoto: false })).toEqual(['licence'])
    expect(lackingSteps({ ...whole, kind: 'household' })).toEqual(['declaration', 'household'])
  })

  it('the declaration of a household is its own', () => {
    expect([declarationOf('household'), declarationOf('artisan')]).toEqual([
      'exempt_household',
      'exempt_small',
    ])
  })
})
