// Puts the ready sentence that she chooses into the words above, where she can go on editing it. Without it the sentence is sent when she writes no words.
const choice = document.querySelector('select[data-fills]')
const words = document.getElementById(choice?.dataset.fills ?? '')

choice?.addEventListener('change', () => {
  if (!words || choice.value === '') return
  const sentence = choice.selectedOptions[0].textContent
  words.value = [words.value.trim(), sentence].filter(Boolean).join('\n').slice(0, 500)
  choice.value = ''
  words.focus()
})
