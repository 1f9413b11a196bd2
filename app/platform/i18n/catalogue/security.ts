/** Staff change their own password and recovery codes. */
export const security = {
  title: '登录安全',
  passwordTitle: '换密码',
  passwordLead: '换了以后，别处登录的都会退出，这里不退。',
  current: '现在的密码',
  change: '换密码',
  changed: '密码换好了。别处登录的都退出了。',
  codesTitle: '备用码',
  codesLead: '还剩 {count} 个没用过。要新的十个，旧的就都不能用了。',
  renew: '要新的备用码',
} as const

export const securityEn: Record<keyof typeof security, string> = {
  title: 'Sign-in security',
  passwordTitle: 'Change your password',
  passwordLead: 'Afterwards you are signed out everywhere else, and stay signed in here.',
  current: 'Present password',
  change: 'Change it',
  changed: 'The password is changed. You are signed out everywhere else.',
  codesTitle: 'Recovery codes',
  codesLead: '{count} are unused. With ten new ones the old ones stop working.',
  renew: 'Ten new recovery codes',
}
