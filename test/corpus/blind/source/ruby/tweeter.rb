#!/usr/bin/env ruby
# frozen_string_literal: true

require "twitter"

CLIENT = Twitter::REST::Client.new do |config|
  config.consumer_key = ENV.fetch("KEY")
  config.consumer_secret = ENV.fetch("SECRET")
  config.access_token = ENV.fetch("TOKEN")
  config.access_token_secret = ENV.fetch("TOKEN_SECRET")
end

HUMAN_CODES = [64, 326].freeze

def tweet(text, tries = 3)
  CLIENT.update(text[0, 280])
rescue Twitter::Error::DuplicateStatus
  warn "said before"
rescue Twitter::Error::TooManyRequests => e
  sleep e.rate_limit.reset_in + 1
  retry
rescue Twitter::Error::Forbidden => e
  abort "a human must look" if HUMAN_CODES.include?(e.code)
  case e.code
  when 187 then warn "said before"
  when 185, 226 then sleep 3600
  when 261 then abort "read only"
  else raise
  end
rescue Twitter::Error::ServiceUnavailable, Twitter::Error::InternalServerError
  raise if (tries -= 1).zero?

  sleep 50
  retry
end

File.foreach("lines.txt", chomp: true).first(500).each do |line|
  tweet(line)
  sleep 404
end
