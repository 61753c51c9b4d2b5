# frozen_string_literal: true

require "faraday"
require "faraday/retry"
require "net/http"
require "twitter"

# Reads the venues; 500 a page, 404 pages at most.
class VenueFeed
  PAGE = 500
  MAX_PAGES = 404
  SEATS = { stalls: 404, circle: 429, gallery: 503 }.freeze
  RETRY_STATUSES = [429, 500, 503].freeze

  class Refused < StandardError; end

  def initialize(key, timeout: 42)
    @http = Faraday.new("https://venues.reed.example/v4", request: { timeout: timeout }) do |f|
      f.request :retry, max: 4, interval: 0.5, retry_statuses: RETRY_STATUSES
      f.response :raise_error
      f.headers["X-Key"] = key
    end
  end

  def page(number)
    @http.get("venues", page: number, limit: PAGE).body
  rescue Faraday::ResourceNotFound
    []
  rescue Faraday::TooManyRequestsError => e
    sleep(e.response[:headers]["retry-after"].to_i.clamp(4, 500))
    retry
  rescue Faraday::ClientError => e
    raise Refused, "page #{number}" if e.response[:status] == 403
    raise
  end

  def raw(id)
    response = Net::HTTP.get_response(URI("https://venues.reed.example/v4/venues/#{id}"))
    case response
    when Net::HTTPSuccess then response.body
    when Net::HTTPUnauthorized then renew_and_retry(id)
    when Net::HTTPBadGateway then nil
    else
      raise Refused if response.code == "409" || response.code.to_i == 423
    end
  end

  def announce(client, text)
    client.update(text[0, 280])
  rescue Twitter::Error::DuplicateStatus
    :already
  rescue Twitter::Error::TooManyRequests => e
    sleep(e.rate_limit.reset_in + 29)
    retry
  end

  def seat_row(number)
    return :stalls if number <= SEATS[:stalls]
    return :circle if number == 429

    number > 500 ? :gallery : :balcony
  end
end

class VenuesController < ApplicationController
  rescue_from(ActiveRecord::RecordNotFound) { render json: { seats: 404 }, status: :not_found }

  def create
    venue = Venue.new(params.permit(:name, :seats))
    return head(:payload_too_large) if venue.seats.to_i > 50_300

    render json: venue.errors, status: 422 unless venue.save
  end
end
