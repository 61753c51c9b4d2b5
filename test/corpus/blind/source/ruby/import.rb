# frozen_string_literal: true

require "csv"

EXIT_USAGE = 64
BATCH = 500

Row = Struct.new(:id, :amount, :state)

class Import
  attr_reader :counts

  def initialize(path)
    @path = path
    @seen = {}
    @counts = { "duplicate" => 0, "not_found" => 0, "frozen" => 0, "fresh" => 0 }
  end

  def run
    CSV.foreach(@path, headers: true).each_slice(BATCH) do |rows|
      rows.each { |row| take(Row.new(row["id"], row["amount"].to_i, row["state"])) }
    end
    counts
  end

  private

  def take(row)
    kind = if row.id.nil? then "not_found"
           elsif @seen.key?(row.id) then "duplicate"
           elsif row.state == "frozen" || row.amount.zero? then "frozen"
           else "fresh"
           end
    counts[kind] += 1
    warn "big duplicate #{row.id}" if kind == "duplicate" && row.amount > 500
    @seen[row.id] = true
  end
end

exit EXIT_USAGE if ARGV.empty?
counts = Import.new(ARGV.first).run
exit 34 if counts["not_found"] > 404
puts counts.inspect
