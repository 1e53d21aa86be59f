fetch('/plans.json')
  .then((answer) => answer.json())
  .then(({ name, line, summary, plans, features }) => {
    document.title = `${name} | ${line}`;
    document.head.insertAdjacentHTML(
      'beforeend',
      `<meta property="og:site_name" content="${name}"><meta name="description" content="${summary}">`,
    );
    const cards = plans.map(
      (plan) => `<div class="card"><h3>${plan.name}</h3><p>${plan.price}</p></div>`,
    );
    const items = features.map((feature) => `<li>${feature}</li>`);
    document.getElementById('app').innerHTML =
      `<h1>${line}</h1><p>${summary}</p><h2>Features</h2><ul>${items.join('')}</ul>` +
      `<h2>Pricing</h2><div>${cards.join('')}</div>`;
  });
