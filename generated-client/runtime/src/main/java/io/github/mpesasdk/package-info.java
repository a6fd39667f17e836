/**
 * What a merchant names: payments and their outcomes, references, errors, codes, phone numbers and settings. Everything
 * that is public here is a promise.
 */
package io.github.mpesasdk;
