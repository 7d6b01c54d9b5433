// Suggestions while one types into the search box, which is a whole form without them. The rules of the list come with it:
// without this script there is nothing to which they would apply.
(() => {
  const form = document.querySelector('form[data-suggestions]')
  if (!form || !('adoptedStyleSheets' in document)) return
  const rules = new CSSStyleSheet()
  rules.replaceSync(`
.hero { overflow-x: clip; overflow-y: visible }
.searchbox div { position: relative }
.searchbox [role=listbox] { position: absolute; inset-block-start: calc(100% + .25rem); inset-inline: 0; z-index: 2; margin: 0; padding: .25rem; list-style: none; color: var(--ink); background: var(--surface); border: 1px solid var(--quiet); border-radius: var(--round) }
.searchbox [role=option] { padding: .5rem .75rem; border-radius: var(--round); cursor: pointer }
.searchbox [role=option] span { display: inline-block; color: var(--quiet); font-size: .875rem }
.searchbox [aria-selected=true], .searchbox [role=option]:hover { background: var(--soft); outline: 1px solid var(--accent); outline-offset: -1px }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]

  const language = document.documentElement.lang
  const number = new Intl.NumberFormat(language)
  const plural = new Intl.PluralRules(language)
  const input = form.elements.q
  const list = document.createElement('ul')
  const status = document.createElement('p')
  let found = []
  let chosen = -1
  let asked = new AbortController()
  let soon = 0

  input.type = 'text' // a combobox may be no other
  input.enterKeyHint = 'search'
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'suggestions' })) input.setAttribute(name, value)
  list.id = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.suggestions)
  list.hidden = true
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  input.parentElement.append(list)
  form.append(status)

  const choose = (index) => {
    chosen = index
    Array.from(list.children).forEach((option, at) => option.setAttribute('aria-selected', String(at === index)))
    if (index < 0) input.removeAttribute('aria-activedescendant')
    else {
      input.setAttribute('aria-activedescendant', list.children[index].id)
      list.children[index].scrollIntoView({ block: 'nearest' })
    }
  }

  // Nothing that was asked for, or is to be, comes any more.
  const settle = () => {
    clearTimeout(soon)
    asked.abort()
  }

  // What was typed since is asked for all the same.
  const hide = () => {
    found = []
    list.hidden = true
    list.replaceChildren()
    input.setAttribute('aria-expanded', 'false')
    status.textContent = ''
    choose(-1)
  }

  const close = () => {
    settle()
    hide()
  }

  const go = (index) => {
    settle() // or another list comes under who chooses
    choose(index)
  }

  const kind = (facet) => form.dataset['kind' + facet[0].toUpperCase() + facet.slice(1)]

  // in the form that goes with the number
  const items = (count) => {
    const rule = plural.select(count)
    const words = form.dataset['items' + rule[0].toUpperCase() + rule.slice(1)] || form.dataset.itemsOther || form.dataset.itemsMany
    return words.replace('{0}', number.format(count))
  }

  const option = (suggestion, index) => {
    const item = document.createElement('li')
    item.id = 'suggestion-' + index
    item.setAttribute('role', 'option')
    const text = document.createElement('bdi')
    text.dir = suggestion.direction || 'auto'
    if (suggestion.language) text.lang = suggestion.language
    text.textContent = suggestion.text
    item.append(text)
    const about = document.createElement('span')
    about.textContent = suggestion.is === 'value'
      ? [kind(suggestion.facet), items(suggestion.count)].filter(Boolean).join(' · ')
      : kind(suggestion.is)
    item.append(' ', about)
    return item
  }

  const show = (suggestions) => {
    if (suggestions.length === 0 || document.activeElement !== input) return hide()
    found = suggestions
    list.replaceChildren(...suggestions.map(option))
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    status.textContent = form.dataset.suggested.replace('{0}', number.format(suggestions.length))
    choose(-1)
  }

  const ask = async () => {
    const typed = input.value.trim()
    if (Array.from(typed).length < 2) return close()
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    try {
      const query = new URLSearchParams({ q: typed, lang: language, limit: 8 })
      const reply = await fetch('/api/v1/suggestions?' + query, { signal, credentials: 'omit' })
      const suggestions = reply.ok ? (await reply.json()).suggestions : []
      if (!signal.aborted) show(suggestions)
    } catch (failure) {
      if (!signal.aborted) hide()
    }
  }

  const take = (suggestion) => {
    if (suggestion.is === 'title') {
      location.assign(`/${language}/practices/${suggestion.item}`) // a resource is led on from there
    } else if (suggestion.is === 'value') {
      const query = new URLSearchParams(new FormData(form))
      query.delete('q')
      query.append(suggestion.facet, suggestion.value)
      location.assign(form.action + '?' + query)
    } else {
      input.value = suggestion.text
      close()
      form.requestSubmit()
    }
  }

  input.addEventListener('input', (event) => {
    if (event.isComposing) return
    clearTimeout(soon)
    status.textContent = '' // so that as many again are said again
    soon = setTimeout(ask, 150)
  })
  input.addEventListener('compositionend', ask)
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const count = found.length
    if (event.key === 'Escape' && count > 0) close()
    else if (event.key === 'ArrowDown' && count > 0) go((chosen + 2) % (count + 1) - 1)
    else if (event.key === 'ArrowUp' && count > 0) go((chosen + count + 1) % (count + 1) - 1)
    else if (event.key === 'Enter' && chosen >= 0) take(found[chosen])
    else return
    event.preventDefault()
  })
  list.addEventListener('pointerdown', (event) => event.preventDefault()) // the input keeps the focus
  list.addEventListener('click', (event) => {
    const at = Array.from(list.children).indexOf(event.target.closest('li'))
    if (at >= 0) take(found[at])
  })
  if (document.activeElement === input && input.value !== input.defaultValue) ask() // typed before this script came
})()
