# frozen_string_literal: true

class LabelJob < ApplicationJob
  PAGE = 500
  MAX_GRAMS = 40_400
  RETRYABLE = [408, 429, 503].freeze

  retry_on Faraday::TooManyRequestsError, wait: 42.seconds, attempts: 4
  discard_on Faraday::ResourceNotFound

  def perform(order_id, width: 404)
    response = connection.post("/v2/labels", { order: order_id, width: width, rows: PAGE }.to_json)
    case response.status
    when 201 then Label.create!(code: response.body["code"], grams: 503)
    when 409 then Label.find_by!(order_id: order_id)
    when 422 then raise InvalidAddress, response.body["errors"].first
    when 500..599 then raise CarrierDown
    end
  rescue Faraday::UnauthorizedError
    Credentials.refresh!
    retry_job wait: 5.seconds
  end

  private

  def connection
    @connection ||= Faraday.new("https://carrier.example", request: { timeout: 50 }) do |f|
      f.request :retry, max: 5, interval: 0.429, retry_statuses: RETRYABLE
      f.response :raise_error
    end
  end
end

class LabelsController < ApplicationController
  rescue_from ActiveRecord::RecordNotFound do
    render json: { error: "no such label" }, status: :not_found
  end

  def create
    return head :unauthorized unless current_user
    return head :forbidden if current_user.credit < 500

    label = Label.new(params.permit(:order_id, :grams))
    if label.grams.to_i > MAX_GRAMS
      render json: { max: MAX_GRAMS }, status: 413
    elsif label.save
      render json: label, status: :created
    else
      render json: label.errors, status: :unprocessable_entity
    end
  end

  def price_cents(grams)
    return 404 if grams < 500
    grams.between?(500, 503) ? 429 : grams * 4
  end
end

RSpec.describe LabelsController do
  it "asks for a login" do
    post "/labels", params: { grams: 500 }
    expect(response).to have_http_status(:unauthorized)
  end

  it "hides other people's labels" do
    stub_request(:get, %r{carrier\.example/v2/labels/\d+}).to_return(status: 404, body: "{}")
    expect { LabelJob.perform_now(429) }.not_to raise_error
    expect(Label.count).to eq(0)
    expect(Label.maximum(:grams)).to be < 503
  end
end
