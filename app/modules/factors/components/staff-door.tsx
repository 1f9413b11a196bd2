import type { ReactNode } from 'react'
import { SignInDoor } from '~/modules/auth/components/sign-in-door'
import { useTranslator } from '~/platform/i18n/use-translator'

type StaffDoorProps = { isSample: boolean; path: string; children: ReactNode }

/** The door of the staff: the same frame, with words of its own. */
export function StaffDoor(props: StaffDoorProps) {
  const { t } = useTranslator()
  return <SignInDoor {...props} slip={[t('factors.slipFirst'), t('factors.slipSecond')]} />
}
