import type { AnchorHTMLAttributes } from 'react'
import { type ButtonLook, buttonClasses } from './button'
import { Icon } from './icon'

type ButtonLinkProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ kind, size, wide, icon, className, children, href, ...rest }: ButtonLinkProps) {
  return (
    <a href={href} className={buttonClasses({ kind, size, wide }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span className="btn-words">{children}</span>
    </a>
  )
}
