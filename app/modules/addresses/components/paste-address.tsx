import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { TextareaField } from '~/ui/field'
import { beyondText, pastedText } from '../pasted-text'
import { beyondCodes, type Filled } from '../schema'
import pasteScript from './fill-pasted.js?url'

type PasteAddressProps = {
  /** the text as it was pasted, when it came back */
  text: string | undefined
  /** what came of filling; null = nothing was filled */
  filled: Filled
}

/** One field for a whole address, inside the form whose fields it fills: at once with JavaScript, by its button without. */
export function PasteAddress({ text, filled }: PasteAddressProps) {
  const { t, href } = useTranslator()
  const beyond = beyondCodes.find((code) => code === filled)
  return (
    <div className="mb-5" data-paste={href(paths.readAddress())}>
      <TextareaField
        id="paste"
        name="paste"
        label={t('address.paste')}
        mark={t('common.optional')}
        hint={t('address.pasteHint')}
        defaultValue={text}
        rows={2}
        maxLength={300}
        autoComplete="off"
      />
      <Button size={44} name="fill" value="paste" formNoValidate>
        {t('address.pasteNow')}
      </Button>
      <div className="mt-3" aria-live="polite" id="paste-said">
        {filled === null ? null : (
          <Banner tone={filled === 'book' || filled.length === 0 ? 'done' : 'wait'}>
            <p>{filled === 'book' ? t('address.filledFromBook') : pastedText(t, filled)}</p>
          </Banner>
        )}
      </div>
      <Button
        size={44}
        name="otherCountry"
        value={beyond}
        formNoValidate
        id="paste-beyond"
        className="mt-3"
        hidden={!beyond}
      >
        {beyond && beyondText(t, beyond)}
      </Button>
      <script type="module" src={pasteScript} />
    </div>
  )
}
