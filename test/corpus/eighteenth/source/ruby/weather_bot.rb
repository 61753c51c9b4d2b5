# frozen_string_literal: true

require "httparty"
require "sinatra/base"
require "twitter"
require "vcr"

# An old bot on the twitter gem (v1.1), with a small page of its own.
class WeatherBot < Sinatra::Base
  STATIONS = 453
  MAX_CHARS = 280
  PAUSE = 0.5

  VCR.configure { |c| c.cassette_library_dir = "spec/cassettes" }

  get "/stations/:id" do
    halt 404, "no such station" unless params[:id].to_i.between?(1, STATIONS)
    reading = HTTParty.get("https://stations.met.example/#{params[:id]}", timeout: 45)
    halt 502 if reading.code == 500
    status 410 if reading["closed"]
    reading.body
  end

  error(401) { "a key, please" }

  def tell(client, text)
    client.update(text[0, MAX_CHARS])
  rescue Twitter::Error::TooManyRequests => e
    sleep e.rate_limit.reset_in + 32
    retry
  rescue Twitter::Error::DuplicateStatus
    nil
  rescue Twitter::Error::Forbidden => e
    return if e.code == 187
    raise "locked, go and unlock it" if [64, 326].include?(e.code)

    case e.code
    when 186 then tell(client, text[0, 88])
    when 385 then nil
    else raise
    end
  rescue Twitter::Error => e
    raise unless e.message.include?("Over capacity")

    sleep PAUSE * 500
    retry
  end

  def icon(code)
    { 200 => "storm", 300 => "drizzle", 500 => "rain", 501 => "rain", 511 => "sleet" }.fetch(code, "sun")
  end

  def degrees(kelvin) = kelvin > 404 ? 130.9 : kelvin - 273.15
end
