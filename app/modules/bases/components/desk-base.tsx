import { fullDay } from '~/modules/households/components/day-range'
import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import { Tick } from '~/ui/tick'
import type { DeskBase as Base, DeskMember } from '../find-desk-base.server'

type Failed = { failure: FormFailure | null }

/** A base at the desk: who hosts it, what its members get, and who they are. */
export function DeskBase({ base, failure }: Failed & { base: Base }) {
  const { t } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('base.desk')}</h2>
      <p className="quiet pb-3">{t('base.deskLead')}</p>
      <Members members={base.members} />
      {base.words ? <JoinForm failure={failure?.intent === 'join' ? failure : null} /> : null}
      <WordsForm words={base.words} failure={failure?.intent === 'base' ? failure : null} />
    </section>
  )
}

function Members({ members }: { members: DeskMember[] }) {
  const { t, locale, href } = useTranslator()
  if (members.length === 0) return <p className="quiet pb-4">{t('base.noMembers')}</p>
  const columns: Column<DeskMember>[] = [
    {
      key: 'name',
      header: t('base.member'),
      rowHeader: true,
      cell: ({ sellerId, name }) => (
        <a className="link" lang="zh-CN" href={href(paths.deskSeller({ sellerId }))}>
          {name}
        </a>
      ),
    },
    { key: 'from', header: t('base.since'), cell: ({ from }) => fullDay(locale, from) },
    {
      key: 'to',
      header: t('base.until'),
      cell: ({ id, name, to }) =>
        to ? (
          fullDay(locale, to)
        ) : (
          <form method="post">
            <input type="hidden" name="memberId" value={id} />
            <Button kind="text" name="intent" value="leave" aria-label={t('base.leaveOf', { name })}>
              {t('base.leave')}
            </Button>
          </form>
        ),
    },
  ]
  return (
    <Table
      caption={t('base.members')}
      captionHidden
      columns={columns}
      rows={members}
      rowKey={({ id }) => id}
    />
  )
}

function JoinForm({ failure }: Failed) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('base.joinTitle')} act={t('base.join')} intent="join" kind="seal">
      <Field
        id="shop"
        label={t('base.shop')}
        hint={t('base.shopHint')}
        maxLength={80}
        required
        {...fieldOf(failure, 'shop')}
      />
    </DecideForm>
  )
}

function WordsForm({ words, failure }: Failed & { words: Base['words'] }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('base.wordsTitle')} act={t('base.save')} intent="base" kind="seal">
      <Field id="hostZh" label={t('base.hostZh')} {...fieldOf(failure, 'hostZh', words?.hostZh)} />
      <Field id="hostEn" label={t('base.hostEn')} {...fieldOf(failure, 'hostEn', words?.hostEn)} />
      <TextareaField
        id="supportZh"
        label={t('base.supportZh')}
        hint={t('base.supportHint')}
        {...fieldOf(failure, 'supportZh', words?.supportZh)}
      />
      <TextareaField
        id="supportEn"
        label={t('base.supportEn')}
        {...fieldOf(failure, 'supportEn', words?.supportEn)}
      />
      <Field
        id="sinceYear"
        label={t('base.sinceYear')}
        inputMode="numeric"
        figures
        {...fieldOf(failure, 'sinceYear', words ? String(words.sinceYear) : undefined)}
      />
      <Tick
        type="checkbox"
        name="sendsTogether"
        value="yes"
        defaultChecked={failure ? failure.values.sendsTogether !== undefined : words?.sendsTogether === true}
      >
        {t('base.sendsTogether')}
      </Tick>
    </DecideForm>
  )
}
