package io.github.mpesasdk.shop;

/**
 * What the shop sells.
 *
 * @param id names it in the address
 * @param title what the customer reads
 * @param price in whole shillings
 */
record Tea(String id, String title, String text, int price) {}
