# frozen_string_literal: true

require "gosu"

class Board < Gosu::Window
  WIDTH = 500
  HEIGHT = 404
  COLOURS = { 400 => "gray", 404 => "red", 429 => "blue", 500 => "green" }.freeze

  def initialize
    super(WIDTH, 404)
    self.caption = "Board"
    @points = Array.new(503) { |i| [i % 500, i / 2] }
    @state = :frozen
    @score = 0
  end

  def button_down(id)
    case id
    when 32 then @state = @state == :frozen ? :running : :frozen
    when 88, 89 then close
    when 187 then @score += 50
    end
  end

  def update
    return unless @state == :running

    @score += 1 if @points.size == 503
    @state = :frozen if @score >= 400 && @score < 500
    @points.each_slice(429) { |part| part.rotate! }
    sleep 0.5 if @score == 404
  end

  def draw
    draw_rect(32, 34, 50, 64, Gosu::Color::WHITE)
    @points.each { |x, y| draw_rect(x, y, 4, 4, Gosu::Color::RED) }
  end
end

Board.new.show if $PROGRAM_NAME == __FILE__
