// Tables that say data-sort get buttons in their heads, which sort the rows, and, if the rows are many, a box that
// filters them. Without this script they are read as they were written.

(function () {
  "use strict";

  var rowsThatNeedAFilter = 8;
  var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  var units = {
    s: 1, min: 60, h: 3600, d: 86400,
    B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15, EB: 1e18
  };
  var superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  var collator = new Intl.Collator("en", { numeric: true });

  // The words of a cell without the smaller line below them.
  function textOf(cell) {
    return Array.from(cell.childNodes)
      .filter(function (node) { return !(node.classList && node.classList.contains("sub")); })
      .map(function (node) { return node.textContent; })
      .join("")
      .replace(/[\u2007\u2008]/g, "")
      .trim();
  }

  // "18 Nov 2026, 15:11" as a number, or NaN.
  function timeOf(text) {
    var parts = /^(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})(?:, (\d{2}):(\d{2}))?/.exec(text);
    if (!parts || months.indexOf(parts[2]) < 0) { return NaN; }
    return Date.UTC(+parts[3], months.indexOf(parts[2]), +parts[1], +(parts[4] || 0), +(parts[5] || 0));
  }

  // "−1,234.5", "1.50 × 10⁻⁷", "2 h 3 min", "4.4 %" as a number, or NaN.
  function numberOf(text) {
    var time = timeOf(text);
    if (!isNaN(time)) { return time; }
    var plain = text.replace(/\u2212/g, "-").replace(/\u00a0/g, " ");
    plain = plain.replace(/,(?=\d{3})/g, "").replace(/^[<≈=] ?/, "");
    plain = plain.replace(/ × 10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, function (_, sign, digits) {
      var power = Array.from(digits, function (digit) { return superscripts.indexOf(digit); }).join("");
      return "e" + (sign ? "-" : "") + power;
    });
    var whole = /^([+-]?[\d.]+(?:e-?\d+)?)(?: ([A-Za-z]+))?(.*)$/.exec(plain);
    if (!whole) { return NaN; }
    var sum = parseFloat(whole[1]) * (units[whole[2]] || 1);
    var second = units[whole[2]] && /^ ([\d.]+) ([A-Za-z]+)$/.exec(whole[3]);
    return second && units[second[2]] ? sum + parseFloat(second[1]) * units[second[2]] : sum;
  }

  // Rows to be sorted have a cell for every column; a line that introduces a group stays first, others go last.
  function partsOf(body, columnCount) {
    var rows = Array.from(body.rows);
    var isLine = function (row) { return row.classList.contains("subhead"); };
    return {
      lines: rows.filter(isLine),
      sortable: rows.filter(function (row) { return !isLine(row) && row.cells.length === columnCount; }),
      others: rows.filter(function (row) { return !isLine(row) && row.cells.length !== columnCount; })
    };
  }

  // What a cell is sorted by: its number, else its words; a dash is nothing.
  function keyOf(cell, isNumber) {
    var text = textOf(cell);
    var number = isNumber ? numberOf(text) : NaN;
    return isNaN(number) ? text.replace(/^—$/, "") : number;
  }

  // Numbers come before words, and cells without a value last, in both directions.
  function compare(left, right, sign) {
    var rank = function (key) { return typeof key === "number" ? 0 : key === "" ? 2 : 1; };
    if (rank(left) !== rank(right)) { return rank(left) - rank(right); }
    return sign * (rank(left) === 0 ? left - right : collator.compare(left, right));
  }

  function sort(table, column, direction, written) {
    var isNumber = table.tHead.rows[0].cells[column].dataset.sort === "number";
    var sign = direction === "descending" ? -1 : 1;
    Array.from(table.tBodies).forEach(function (body) {
      var parts = partsOf(body, table.tHead.rows[0].cells.length);
      var keyed = parts.sortable.map(function (row) {
        return { row: row, place: written.get(row), key: keyOf(row.cells[column], isNumber) };
      });
      keyed.sort(function (left, right) {
        return (direction && compare(left.key, right.key, sign)) || left.place - right.place;
      });
      var sorted = keyed.map(function (entry) { return entry.row; });
      body.append.apply(body, parts.lines.concat(sorted, parts.others));
    });
  }

  // A click sorts: numbers from the largest, words from A; then the other way; then as it was written.
  function addButtons(table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    var written = new Map();
    table.querySelectorAll("tbody > tr").forEach(function (row, place) { written.set(row, place); });
    heads.forEach(function (head, column) {
      if (!head.dataset.sort || !head.textContent.trim()) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      var order = head.dataset.sort === "number" ? ["descending", "ascending"] : ["ascending", "descending"];
      button.addEventListener("click", function () {
        var direction = order[order.indexOf(head.getAttribute("aria-sort")) + 1];
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        if (direction) { head.setAttribute("aria-sort", direction); }
        sort(table, column, direction, written);
      });
    });
  }

  function addFilter(table) {
    var rows = Array.from(table.querySelectorAll("tbody > tr:not(.subhead)"));
    if (rows.length < rowsThatNeedAFilter) { return; }
    var frame = table.closest(".scroll") || table;
    var box = document.createElement("p");
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("output");
    box.className = "filter";
    input.type = "search";
    label.append("Show only rows with ", input);
    box.append(label, " ", count);
    frame.before(box);
    var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, place) {
        row.hidden = !wanted.every(function (word) { return words[place].includes(word); });
        if (!row.hidden) { shown += 1; }
      });
      count.textContent = wanted.length ? shown + " of " + rows.length : "";
    });
  }

  Array.from(document.querySelectorAll("table[data-sort]")).forEach(function (table) {
    if (!table.tHead) { return; }
    addButtons(table);
    addFilter(table);
  });
})();
