# frozen_string_literal: true

require 'csv'

# Splits, places and start blocks of the city marathon.
class MarathonSplits
  DISTANCE = 42_195
  MATS = { 'bridge' => 5_000, 'museum' => 10_000, 'half' => 21_097, 'mill' => 32_000, 'finish' => DISTANCE }.freeze
  BLOCKS = { 'red' => 1..499, 'blue' => 500..1499, 'green' => 1500..2999 }.freeze
  ELITE = [1, 32, 50, 63, 64].freeze
  CUTOFF = 6 * 3600

  Runner = Struct.new(:number, :name, :birth, :splits) do
    def finished?
      splits.key?('finish') && splits['finish'] <= CUTOFF
    end

    def pace(mat)
      seconds = splits.fetch(mat) * 1000 / MATS.fetch(mat)
      format('%d:%02d', *seconds.divmod(60))
    end
  end

  def initialize(file)
    @runners = CSV.foreach(file, headers: true).map do |row|
      splits = MATS.keys.filter_map { |mat| [mat, row[mat].to_i] if row[mat] }
      Runner.new(row['number'].to_i, row['name'], row['birth'].to_i, splits.to_h)
    end
  end

  def block(number)
    return 'gold' if ELITE.include?(number)

    BLOCKS.find { |_, range| range.cover?(number) }&.first || 'white'
  end

  def places
    @runners.select(&:finished?).sort_by { |r| r.splits['finish'] }.each.with_index(1)
  end

  def medal(place)
    case place
    when 1 then 'gold'
    when 2 then 'silver'
    when 3 then 'bronze'
    when 4..50 then 'a towel of the sponsor'
    end
  end

  def print(io = $stdout)
    places.first(500).each do |runner, place|
      clock = Time.at(runner.splits['finish']).utc.strftime('%H:%M:%S')
      io.puts format('%4d %4d %-30s %s %s', place, runner.number, runner.name, clock, runner.pace('half'))
    end
    stopped = @runners.count { |r| r.splits.size == 4 }
    io.puts "#{stopped} stopped after the mill, #{@runners.size} started"
    io.puts "water: #{@runners.size * 7 / 24} crates of 24, #{@runners.size / 185} doctors"
  end
end

MarathonSplits.new(ARGV.fetch(0)).print if $PROGRAM_NAME == __FILE__
