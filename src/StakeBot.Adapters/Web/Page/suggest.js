// What could be typed next. Knows the commands, and nothing of the page.
//   items  what can be taken: text (what the message box holds then), label, detail
//   eager  whether Enter takes the first item; otherwise Enter sends what is there
//   usage  one line about the command or option at hand
//   ask    which values to ask the bot for, because only it knows them; withValues adds what it offers
const NOTHING = { items: [], eager: false, usage: null, ask: null };

export function suggest(text, commands) {
  const name = /^\/(\S*)$/.exec(text);
  if (name) return ofName(name[1].toLowerCase(), commands);
  const parts = /^\/(\S+)(\s.*)$/.exec(text);
  const command = parts && commands.find(one => one.name === parts[1].toLowerCase());
  return command ? ofOptions(text, parts[2], command) : NOTHING;
}

function ofName(typed, commands) {
  const starting = commands.filter(one => one.name.startsWith(typed));
  const holding = typed ? commands.filter(one => !one.name.startsWith(typed) && one.name.includes(typed)) : [];
  const items = [...starting, ...holding].map(one => ({
    text: one.options.length ? `/${one.name} ` : `/${one.name}`, label: `/${one.name}`, detail: one.summary,
  }));
  const exact = commands.find(one => one.name === typed);
  if (exact && items.length === 1 && !exact.options.length) return NOTHING;
  return { items, eager: items.length > 0 && typed !== '' && !exact, usage: null, ask: null };
}

export function withValues(found, offered) {
  const { before, option, typed, named } = found.ask;
  const values = offered.map(({ value, label }) => ({
    text: `${before}${option.name}:${/\s/.test(value) ? `"${value}"` : value}${option.kind === 'models' ? '' : ' '}`, label, detail: option.summary,
  }));
  const exact = offered.some(one => one.value.toLowerCase() === typed.toLowerCase());
  return { ...found, items: [...found.items, ...values], eager: named && typed !== '' && values.length > 0 && !exact };
}

function ofOptions(text, rest, command) {
  const words = rest.split(/\s+/), last = words.pop(), word = last.toLowerCase(), before = text.slice(0, text.length - last.length);
  const [name, value] = word.split(':', 2);
  const open = command.options.find(one => one.name === name);
  if (value !== undefined) return open ? ofValue(before, value, open, asking(command, open, before, last.slice(name.length + 1), true)) : NOTHING;
  const free = command.options.filter(option => !words.some(one => fills(one.toLowerCase(), option)));
  const named = free.filter(option => option.name.startsWith(word)).map(option => ({
    text: before + (option.kind === 'flag' ? `${option.name} ` : `${option.name}:`),
    label: option.kind === 'flag' ? option.name : `${option.name}:`,
    detail: option.choices.length ? `${option.summary} (${option.choices.join(', ')})` : option.summary,
  }));
  const chosen = word === '' ? [] : free.flatMap(option => choices(before, word, option));
  const taker = word === '' ? null : free.find(option => option.completes);
  return {
    items: [...chosen, ...named], eager: false, usage: { example: command.example, text: command.summary },
    ask: taker ? asking(command, taker, before, last, false) : null,
  };
}

// A value in quotes is the person's own business.
function asking(command, option, before, typed, named) {
  return option.completes && !/["“”]/.test(before + typed) ? { command: command.name, option, before, typed, named } : null;
}

function ofValue(before, value, option, ask) {
  const items = choices(before, value, option);
  const exact = option.choices.includes(value);
  const usage = { example: option.example, text: option.summary };
  return { items: exact && items.length === 1 ? [] : items, eager: items.length > 0 && value !== '' && !exact, usage, ask };
}

function choices(before, typed, option) {
  return option.choices.filter(choice => choice.startsWith(typed)).map(choice => ({
    text: `${before}${option.name}:${choice} `, label: `${option.name}:${choice}`, detail: option.summary,
  }));
}

function fills(word, option) {
  return word === option.name || word.startsWith(`${option.name}:`) || option.choices.includes(word);
}
