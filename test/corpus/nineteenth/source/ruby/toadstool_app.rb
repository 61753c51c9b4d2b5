# frozen_string_literal: true

require "sinatra/base"
require "grape"
require "json"

MAX_CAP_MM = 450
SPORES = { 401 => "white", 404 => "brown", 503 => "black" }.freeze

class ToadstoolApp < Sinatra::Base
  configure { set :port, 4567 }

  error 404 do
    { error: "no such toadstool" }.to_json
  end

  error(Sequel::PoolTimeout) { halt 503, { "Retry-After" => "50" }, "busy" }

  before "/admin/*" do
    halt 401, "who are you?" unless request.env["REMOTE_USER"]
  end

  get "/toadstools/:id" do |id|
    stool = Stool[id.to_i] or not_found
    halt 410 if stool.eaten?
    content_type :json
    stool.to_json
  end

  post "/toadstools" do
    data = JSON.parse(request.body.read)
    return [422, { error: "too wide" }.to_json] if data["cap_mm"] > MAX_CAP_MM
    status 201
    Stool.create(data.merge("spores" => SPORES.fetch(404))).to_json
  rescue JSON::ParserError
    status 400
    "unreadable"
  rescue Sequel::UniqueConstraintViolation
    status 409
  end
end

class ToadstoolApi < Grape::API
  format :json
  rescue_from(:all) { |e| error!({ error: e.message, shelf: 404 }, 500) }

  resource :walks do
    desc "A walk", failure: [[403, "Members only"], { code: 404, message: "No walk" }]
    get ":id" do
      error!("Members only", 403) unless headers["X-Member"]
      Walk.find(params[:id]) || error!({ error: "No walk" }, 404)
    end
  end
end

class WalksController < ActionController::API
  rescue_from ActiveRecord::RecordNotFound, with: -> { head :not_found }

  def update
    walk = Walk.find(params[:id])
    return render json: { error: "locked" }, status: :locked if walk.locked?
    return head(412) if request.headers["If-Match"] != walk.etag

    walk.update(km: params[:km].to_i.clamp(4, 400)) ? render(json: walk) : render(json: walk.errors, status: :unprocessable_entity)
  end
end
