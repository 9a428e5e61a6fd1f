/* What a script's modules are published in: one closure, so that nothing of them is seen from outside but what they put on window. */
(function () {
  "use strict";
  /* modules */
}());
