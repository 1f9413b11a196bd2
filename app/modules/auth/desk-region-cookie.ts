/** In which of her regions a coordinator works now. Says nothing about what she may: that stands in her roles. */
export const deskRegionCookie = { name: 'desk', form: /^[0-9a-f-]{36}$/, days: 1 }
