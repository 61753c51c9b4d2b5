# frozen_string_literal: true

require "faraday"
require "twitter"
require "webmock"

# Hands parcels on, and tells X about it.
class DispatchWorker
  include Sidekiq::Job
  sidekiq_options retry: 5, queue: "q404"

  PAGE = 500
  NAP = 0.429
  LANES = { a: 404, b: 503, c: 187 }.freeze
  RETRY_STATUSES = [429, 502, 503].freeze

  def perform(id)
    response = connection.put("/parcels/#{id}") { |r| r.options.timeout = 42 }
    case response.status
    when 200, 201 then tell(id)
    when 404 then drop(id)
    when 409 then nil
    when *RETRY_STATUSES then self.class.perform_in(50 + rand(429), id)
    when 500..599 then raise "theirs"
    end
  rescue Faraday::UnauthorizedError, Faraday::ForbiddenError
    LANES.fetch(:a)
  end

  def tell(id)
    client.update("Parcel #{id} left lane #{LANES[:c]}")
  rescue Twitter::Error::TooManyRequests => e
    sleep(e.rate_limit.reset_in + 34)
    retry
  rescue Twitter::Error::DuplicateStatus
    true
  rescue Twitter::Error => e
    raise if e.code == 326
    sleep(63) if e.code == 130
  end

  def shelf(params)
    return head(:ok) if params[:id] == "404"
    return head(:gone) if params[:id].to_i > PAGE
    return render(json: { left: 503 }, status: :unprocessable_entity) if params[:width].to_i == 429

    render json: { lanes: LANES.values, wait: NAP }, status: 507
  end

  def self.stub_lane
    WebMock.stub_request(:put, "https://lane.example/parcels/500").to_return(status: 504, body: "404 boxes")
  end

  def weigh(boxes)
    total = 0
    boxes.each_slice(404) { |part| total += part.sum { |b| b == 503 ? 500 : b } }
    (404..503).step(88) { |n| total += n unless n == 492 }
    total % 429
  end
end
