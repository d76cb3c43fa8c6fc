// Runs in any browser, however old: shows the plain words of the page when this one lacks what the page needs.
// biome-ignore lint/complexity/useArrowFunction: browsers that are meant here do not know arrow functions
;(function () {
  // MathML came with Chrome 109, container queries with Chrome 105 and Firefox 110.
  if ('MathMLElement' in window && 'CSS' in window && CSS.supports('container-type: inline-size')) return
  document.getElementById('too-old').removeAttribute('hidden')
})()
