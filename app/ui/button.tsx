import type { ButtonHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

/** `seal` is the one primary action of a screen, `line` any other, `text` the quietest. */
export type ButtonKind = 'seal' | 'line' | 'text'

/** Least height in pixels at ordinary text size. Without it: 52 in the shop, 60 in the studio, 44 at the desk. */
export type ButtonSize = 44 | 52 | 68

export type ButtonLook = { kind?: ButtonKind; size?: ButtonSize; wide?: boolean; icon?: IconName }

/** The classes of a button, shared by the element and the link. */
export function buttonClasses({ kind = 'line', size, wide }: ButtonLook, className?: string): string {
  return classNames('btn', `btn-${kind}`, size && `btn-${size}`, wide && 'btn-wide', className)
}

type ButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>

/** A button that submits its form unless told otherwise. Words: a verb first, at most six characters. */
export function Button({
  kind,
  size,
  wide,
  icon,
  className,
  children,
  type = 'submit',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={buttonClasses({ kind, size, wide }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span className="btn-words">{children}</span>
    </button>
  )
}
