/** The journal in a relational database: PostgreSQL, MySQL, MariaDB or H2. */
@NullMarked
package io.github.mpesasdk.journal.jdbc;

import org.jspecify.annotations.NullMarked;
