/* The finder's rules as a script of their own, for a page that asks for it when it needs them, as the search does: they are found at its element. */
/* global AddressBook, addressText */

document.currentScript.finder = { AddressBook: AddressBook, addressText: addressText };
