import { Form } from '@remix-run/react'
import type { Role } from '~/generated/prisma/enums'
import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { SpecList } from '~/ui/spec-list'
import { allows, type Permission } from '../permissions'

const roleNames: Record<Role, MessageKey> = {
  buyer: 'account.roleBuyer',
  artisan: 'account.roleArtisan',
  broker: 'account.roleBroker',
  coordinator: 'account.roleCoordinator',
  finance: 'account.roleFinance',
  admin: 'account.roleAdmin',
}

const places: readonly { permission: Permission; href: string; text: MessageKey }[] = [
  { permission: 'account:use', href: paths.accountOrders(), text: 'account.toOrders' },
  { permission: 'account:use', href: paths.accountMessages(), text: 'messages.toMessages' },
  { permission: 'account:use', href: paths.favourites(), text: 'shop.keptTitle' },
  { permission: 'account:use', href: paths.accountAddresses(), text: 'account.toAddresses' },
  { permission: 'studio:use', href: paths.studio(), text: 'account.toStudio' },
  { permission: 'desk:use', href: paths.desk(), text: 'account.toDesk' },
  { permission: 'admin:use', href: paths.admin(), text: 'account.toAdmin' },
]

type WhoIAmProps = {
  name: string | null
  /** 138****0101 */
  maskedPhone: string | null
  /** l***@example.org */
  maskedEmail: string | null
  roles: readonly Role[]
  /** money was booked for herself: she says where it goes */
  hasOwnMoney: boolean
  /** messages of makers that she has not opened */
  unread: number
}

/** Who is signed in, as what, and the doors that are open to her. */
export function WhoIAm({ name, maskedPhone, maskedEmail, roles, hasOwnMoney, unread }: WhoIAmProps) {
  const { t, href } = useTranslator()
  const open = places.filter(({ permission }) => roles.some((role) => allows(role, permission)))
  return (
    <section aria-labelledby="who" className="max-w-[40rem]">
      <h2 id="who" className="unseen">
        {t('account.whoHeading')}
      </h2>
      <SpecList
        items={[
          ...(name ? [{ term: t('account.myName'), detail: name, lang: 'zh-CN' }] : []),
          ...(maskedPhone
            ? [{ term: t('account.myPhone'), detail: <span className="num nowrap">{maskedPhone}</span> }]
            : []),
          ...(maskedEmail
            ? [{ term: t('account.myEmail'), detail: <span className="nowrap">{maskedEmail}</span> }]
            : []),
          {
            term: t('account.myRoles'),
            detail: roles.map((role) => t(roleNames[role])).join(t('account.listComma')),
          },
        ]}
      />
      <div className="mt-5 grid gap-3 md:flex md:flex-wrap">
        {open.map((place) => (
          <ButtonLink key={place.href} href={href(place.href)}>
            {t(place.text)}
            {place.href === paths.accountMessages() && unread > 0
              ? ` · ${t('messages.unreadShort', { count: unread })}`
              : null}
          </ButtonLink>
        ))}
        {hasOwnMoney ? (
          <ButtonLink href={href(paths.accountMoney())}>{t('account.toMoney')}</ButtonLink>
        ) : null}
        <Form method="post" action={href(paths.signOut())}>
          <Button kind="text">{t('common.signOut')}</Button>
        </Form>
      </div>
    </section>
  )
}
