/** For which of the makers she works in the studio now. Says nothing about what she may: that stands in the mandates. */
export const actingCookie = { name: 'acting', form: /^[0-9a-f-]{36}$/, days: 1 }
