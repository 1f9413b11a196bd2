import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

/** `info` tells, `done` confirms, `wait` warns that something is open, `wrong` asks for a change. */
export type BannerTone = 'info' | 'done' | 'wait' | 'wrong'

const iconOf: Record<BannerTone, IconName> = {
  info: 'note',
  done: 'check',
  wait: 'warning',
  wrong: 'warning',
}

type BannerProps = {
  tone: BannerTone
  icon?: IconName
  /** `status` is read when the page is ready, `alert` at once. */
  role?: 'status' | 'alert'
  id?: string
  /** The page opens at it: a reader who came from further down would not see it otherwise. */
  opensPage?: boolean
  className?: string
  children: ReactNode
}

/** A state of the system in a sentence: tint, rule and icon. Never a notice that floats or fades. */
export function Banner({ tone, icon, role, id, opensPage, className, children }: BannerProps) {
  return (
    <div
      className={classNames('banner', `banner-${tone}`, className)}
      role={role}
      id={id}
      {...(opensPage ? { autoFocus: true, tabIndex: -1 } : {})}
    >
      <Icon name={icon ?? iconOf[tone]} />
      <div className="banner-words">{children}</div>
    </div>
  )
}
