/** The journal: where payments are written down so that they outlive the process that sent them. */
package io.github.mpesasdk.journal;
